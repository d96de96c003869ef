package dev.enfilade.adapter.out.openai.dialect;

import java.util.Set;

/**
 * What a model list gives away about the server that wrote it.
 *
 * @param members the names of all members of its models; members of the object {@code meta} as {@code meta.name}
 * @param owners all that {@code owned_by} says
 */
public record ServerMarks(Set<String> members, Set<String> owners) {

    public ServerMarks {
        members = Set.copyOf(members);
        owners = Set.copyOf(owners);
    }

    /**
     * The dialect of a server with these marks.
     *
     * @param host where the server is
     */
    public Dialect dialect(String host) {
        if (members.contains("max_model_len")) {
            return Dialects.VLLM;
        }
        if (members.contains("meta.n_ctx_train") || owners.contains("llamacpp")) {
            return Dialects.LLAMACPP;
        }
        if (members.contains("supported_parameters")) {
            return Dialects.OPENROUTER;
        }
        if (isOpenAi(host)) {
            return Dialects.OPENAI;
        }
        return owners.contains("library") ? Dialects.OLLAMA : Dialects.GENERIC;
    }

    /** Whether it is LM Studio, which speaks no dialect of its own but tells more at a path of its own. */
    public boolean isLmStudio() {
        return owners.contains("organization_owner");
    }

    /** What can be said before any list was seen. */
    public static Dialect dialectOfHost(String host) {
        return isOpenAi(host) ? Dialects.OPENAI : Dialects.GENERIC;
    }

    private static boolean isOpenAi(String host) {
        return host.equalsIgnoreCase("api.openai.com");
    }
}

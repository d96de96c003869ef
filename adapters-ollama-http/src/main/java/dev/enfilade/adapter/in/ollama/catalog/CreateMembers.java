package dev.enfilade.adapter.in.ollama.catalog;

import static java.util.Map.entry;

import java.util.Map;

/** The members of {@code POST /api/create} in Ollama 0.33. */
final class CreateMembers {

    static final Map<String, MemberType> ALL = Map.ofEntries(
            entry("model", MemberType.TEXT),
            entry("name", MemberType.TEXT),
            entry("from", MemberType.TEXT),
            entry("remote_host", MemberType.TEXT),
            entry("quantize", MemberType.TEXT),
            entry("quantization", MemberType.TEXT),
            entry("draft_quantize", MemberType.TEXT),
            entry("template", MemberType.TEXT),
            entry("system", MemberType.TEXT),
            entry("renderer", MemberType.TEXT),
            entry("parser", MemberType.TEXT),
            entry("requires", MemberType.TEXT),
            entry("stream", MemberType.FLAG),
            entry("files", MemberType.TEXTS),
            entry("draft_files", MemberType.TEXTS),
            entry("adapters", MemberType.TEXTS),
            entry("license", MemberType.ANY),
            entry("parameters", MemberType.OBJECT),
            entry("info", MemberType.OBJECT),
            entry("messages", MemberType.MESSAGES));

    private CreateMembers() {}
}

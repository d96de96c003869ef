package dev.enfilade.adapter.in.ollama.generation;

import dev.enfilade.adapter.in.ollama.conversation.MediaMapper;
import dev.enfilade.adapter.in.ollama.conversation.PackedTurns;
import dev.enfilade.adapter.in.ollama.template.GoTemplate;
import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.Message.AssistantMessage;
import dev.enfilade.domain.chat.Message.SystemMessage;
import dev.enfilade.domain.chat.Message.UserMessage;
import dev.enfilade.domain.failure.Failure.Unsupported;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerateRequest;
import dev.enfilade.domain.generation.Prompt;
import dev.enfilade.domain.request.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code POST /api/generate}, from the wire, and the conversation that goes back with the answer. */
final class GenerateMapper {

    private GenerateMapper() {}

    static GenerateRequest toDomain(GenerateBody body, Sampling sampling) {
        AskSettings settings = body.settings();
        settings.checkDebug();
        return new GenerateRequest(
                body.name(),
                prompt(body),
                FormatMapper.toDomain(settings),
                settings.think(),
                sampling.alsoAsking(settings.windowWishes()),
                settings.logprobDetail(),
                settings.delivery());
    }

    /** The numbers that carry the conversation into the next request; a raw prompt is no conversation. */
    static Optional<List<Long>> context(GenerateBody body, String answer) {
        if (body.raw()) {
            return Optional.empty();
        }
        List<Message> turns = new ArrayList<>();
        system(body).map(SystemMessage::new).ifPresent(turns::add);
        turns.addAll(history(body));
        turns.add(UserMessage.ofText(body.prompt()));
        turns.add(new AssistantMessage(answer, "", List.of()));
        return Optional.of(PackedTurns.pack(turns));
    }

    /** A raw prompt ignores the suffix, and a suffix all that belongs to a conversation, as in Ollama 0.33. */
    private static Prompt prompt(GenerateBody body) {
        if (body.raw()) {
            return withoutMedia(body, new Prompt.Verbatim(body.prompt()));
        }
        if (!body.template().isEmpty()) {
            return withoutMedia(body, new Prompt.Verbatim(GoTemplate.render(body.template(), values(body))));
        }
        if (!body.suffix().isEmpty()) {
            return withoutMedia(body, new Prompt.Infill(body.prompt(), body.suffix()));
        }
        return new Prompt.Templated(system(body), history(body), MediaMapper.toDomain(body.prompt(), body.images()));
    }

    private static Prompt withoutMedia(GenerateBody body, Prompt prompt) {
        if (!body.images().isEmpty()) {
            throw new FailureException(
                    new Unsupported("images are not supported together with raw, template or suffix"));
        }
        return prompt;
    }

    private static Map<String, String> values(GenerateBody body) {
        return Map.of("System", body.system(), "Prompt", body.prompt(), "Suffix", body.suffix());
    }

    private static Optional<String> system(GenerateBody body) {
        return Optional.of(body.system()).filter(text -> !text.isEmpty());
    }

    /** Instructions that come with the request take the place of earlier ones. */
    private static List<Message> history(GenerateBody body) {
        return PackedTurns.unpack(body.context()).stream()
                .filter(turn -> body.system().isEmpty() || !(turn instanceof SystemMessage))
                .toList();
    }
}

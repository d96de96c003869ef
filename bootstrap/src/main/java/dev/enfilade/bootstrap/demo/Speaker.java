package dev.enfilade.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.enfilade.bootstrap.demo.Speech.Call;
import dev.enfilade.bootstrap.demo.Speech.Mishap;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Decides what each model says; the same question always has the same answer. */
final class Speaker {

    private static final Duration SLOW = Duration.ofMillis(200);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private Speaker() {}

    static Speech answer(ChatAsk ask) throws Refusal {
        DemoModel model = DemoModel.named(ask.body().path("model").asText());
        Speech speech = switch (model) {
            case DEMO_ECHO -> Speech.text(text(ask));
            case DEMO_SLOW -> Speech.text(shortened(ask, count(ask))).every(SLOW);
            case DEMO_THINK -> thought(ask);
            case DEMO_TOOLS -> withTools(ask);
            case DEMO_ERROR -> failed(ask);
            case DEMO_EMBED -> throw Refusal.badRequest("demo-embed makes vectors and does not chat");
        };
        JsonNode limit = ask.body().path("max_completion_tokens");
        return speech.within((limit.isMissingNode() ? ask.body().path("max_tokens") : limit).asInt(Integer.MAX_VALUE));
    }

    /** What the user said, or JSON where JSON was asked for. */
    private static String text(ChatAsk ask) {
        JsonNode format = ask.body().path("response_format");
        return switch (format.path("type").asText()) {
            case "json_object" -> json(Json.object().put("echo", ask.lastUserText()));
            case "json_schema" -> json(Sample.of(format.path("json_schema").path("schema"), ask.lastUserText()));
            default -> shortened(ask, ask.lastUserText());
        };
    }

    private static String shortened(ChatAsk ask, String text) {
        return Words.before(ask.body().path("stop"), text);
    }

    /** From 1 to the first number in the question, or to 20. */
    private static String count(ChatAsk ask) {
        Matcher number = NUMBER.matcher(ask.lastUserText());
        return IntStream.rangeClosed(1, number.find() ? Integer.parseInt(number.group()) : 20)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    private static Speech thought(ChatAsk ask) {
        Speech speech = Speech.text(text(ask));
        return ask.thinks() ? speech.after("The user said something. I will say it back.") : speech;
    }

    private static Speech withTools(ChatAsk ask) {
        List<String> results = ask.toolResults();
        if (!results.isEmpty()) {
            return Speech.text(shortened(ask, "The answer of the tool: " + String.join("; ", results)));
        }
        List<JsonNode> tools = ask.tools();
        return tools.isEmpty() ? Speech.text(text(ask)) : Speech.text("").calling(calls(ask, tools));
    }

    /** The first tool; where the user says "both", the second as well, or the first twice. */
    private static List<Call> calls(ChatAsk ask, List<JsonNode> tools) {
        List<JsonNode> wanted = new ArrayList<>(List.of(tools.getFirst()));
        if (ask.asksFor("both")) {
            wanted.add(tools.get(Math.min(1, tools.size() - 1)));
        }
        return IntStream.range(0, wanted.size())
                .mapToObj(i -> new Call(
                        "call_demo_" + ask.messages().size() + "_" + i,
                        wanted.get(i).path("name").asText(),
                        json(Sample.of(wanted.get(i).path("parameters"), subject(ask)))))
                .toList();
    }

    /** The last word of the question, which is often what it is about. */
    private static String subject(ChatAsk ask) {
        List<String> words = Words.of(ask.lastUserText());
        return words.isEmpty() ? "" : words.getLast().replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Speech failed(ChatAsk ask) throws Refusal {
        Speech speech = Speech.text("This answer will never come to its end.");
        if (ask.asksFor("mid")) {
            return speech.failing(Mishap.ERROR);
        }
        if (ask.asksFor("cut")) {
            return speech.failing(Mishap.CUT);
        }
        throw Refusal.outOfOrder();
    }

    private static String json(JsonNode value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }
}

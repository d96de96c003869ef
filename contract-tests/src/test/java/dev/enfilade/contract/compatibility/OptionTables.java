package dev.enfilade.contract.compatibility;

import static java.util.stream.Collectors.joining;

import dev.enfilade.adapter.in.ollama.OllamaSurface;
import dev.enfilade.adapter.out.openai.dialect.Dialect;
import dev.enfilade.adapter.out.openai.dialect.Dialects;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.chat.ResponseFormat;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.request.LogprobDetail;
import dev.enfilade.domain.request.Sampling;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What each dialect makes of each option, asked of the code that makes it. */
final class OptionTables {

    /** A model for each kind that a dialect treats in its own way. */
    static final List<String> SPECIAL_MODELS =
            List.of("o1-mini", "gpt-5-pro", "gpt-5.1", "gpt-5.2", "gpt-5-codex", "gpt-5", "o3");

    /** Values as clients send them; every other option is a whole number. */
    private static final Map<String, String> VALUES = Map.of(
            "temperature", "0.5",
            "top_p", "0.5",
            "min_p", "0.5",
            "typical_p", "0.5",
            "repeat_penalty", "0.5",
            "presence_penalty", "0.5",
            "frequency_penalty", "0.5",
            "use_mmap", "true",
            "stop", "[\"a\",\"b\",\"c\",\"d\",\"e\"]");

    private static final String USUAL_VALUE = "7";

    private OptionTables() {}

    static String markdown() {
        return "### Chats\n\n" + table(chats()) + "\n### Raw prompts and gaps\n\n" + table(completions());
    }

    static Map<String, Dialect> columns() {
        Map<String, Dialect> columns = new LinkedHashMap<>();
        for (Dialect dialect : Dialects.all()) {
            columns.put(dialect.name(), dialect);
            SPECIAL_MODELS.stream()
                    .filter(model -> !dialect.forModel(model).equals(dialect))
                    .forEach(model -> columns.put(dialect.name() + ", " + model, dialect.forModel(model)));
        }
        return columns;
    }

    private static Map<String, Function<Dialect, String>> chats() {
        Map<String, Function<Dialect, String>> rows = new LinkedHashMap<>();
        options().forEach((option, ask) -> rows.put(option, ask::asChat));
        wishes().forEach((wish, ask) -> rows.put(wish, ask::asChat));
        rows.put("a stream", Ask::streamed);
        return rows;
    }

    private static Map<String, Function<Dialect, String>> completions() {
        Map<String, Function<Dialect, String>> rows = new LinkedHashMap<>();
        options().forEach((option, ask) -> rows.put(option, ask::asCompletion));
        wishes().forEach((wish, ask) -> rows.put(wish, ask::asCompletion));
        rows.put("`suffix`: `\"y\"`", Ask::infill);
        return rows;
    }

    private static Map<String, Ask> options() {
        Map<String, Ask> asks = new LinkedHashMap<>();
        for (String option : optionNames()) {
            String value = VALUES.getOrDefault(option, USUAL_VALUE);
            asks.put("`" + option + "`: `" + value + "`", Ask.with(sampling(option, value)));
        }
        return asks;
    }

    private static Map<String, Ask> wishes() {
        Map<String, Ask> asks = new LinkedHashMap<>();
        asks.put("`think`: `false`", Ask.with(new Thinking.Off()));
        asks.put("`think`: `true`", Ask.with(new Thinking.On()));
        for (Thinking.Level level : Thinking.Level.values()) {
            String word = level.name().toLowerCase(Locale.ROOT);
            asks.put("`think`: `\"" + word + "\"`", Ask.with(new Thinking.Effort(level)));
        }
        asks.put("`format`: `\"json\"`", Ask.with(new ResponseFormat.AnyJson()));
        asks.put("`format`: `{...}`", Ask.with(new ResponseFormat.JsonSchema(new JsonText("{\"a\":1}"))));
        asks.put("`logprobs`: `true`", Ask.with(new LogprobDetail(0)));
        asks.put("`top_logprobs`: `2` besides", Ask.with(new LogprobDetail(2)));
        return asks;
    }

    /** The options that the surface knows, as they are written. */
    static List<String> optionNames() {
        return Arrays.stream(type("Option").getEnumConstants())
                .map(option -> option.toString().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** What the surface reads from an option. */
    private static Sampling sampling(String option, String value) {
        try {
            Method mapper = type("OptionsMapper").getDeclaredMethod("toDomain", Map.class);
            mapper.setAccessible(true);
            return (Sampling) mapper.invoke(null, Map.of(option, new JsonText(value)));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(OllamaSurface.class.getPackageName() + ".option." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String table(Map<String, Function<Dialect, String>> rows) {
        Map<String, Dialect> columns = columns();
        String head = line(Stream.concat(Stream.of("What is asked"), columns.keySet().stream()));
        String rule = line(Stream.generate(() -> "---").limit(columns.size() + 1L));
        return head
                + rule
                + rows.entrySet().stream()
                        .map(row -> line(Stream.concat(
                                Stream.of(row.getKey()),
                                columns.values().stream().map(row.getValue()))))
                        .collect(joining());
    }

    private static String line(Stream<String> cells) {
        return cells.collect(joining(" | ", "| ", " |\n"));
    }
}

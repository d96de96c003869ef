package dev.enfilade.bootstrap.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the text of a single value looks like: the reader and the schema go by the same. */
sealed interface Form {

    /** The largest number that is taken, for any key. */
    int MOST = 999_999_999;

    boolean fits(String text);

    /** The same as a pattern of the whole, in the part of the language that Java and JavaScript share. */
    String pattern();

    /** The same in words of JSON Schema, for values with and without quotes. */
    Map<String, Object> schema();

    /** A value as a JSON file would have it. */
    Object json(String text);

    /** One of a few words. */
    record Words(List<String> words) implements Form {
        public Words {
            words = List.copyOf(words);
        }

        @Override
        public boolean fits(String text) {
            return words.contains(text);
        }

        @Override
        public String pattern() {
            return String.join("|", words).replace(".", "\\.");
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("enum", words);
        }

        @Override
        public Object json(String text) {
            return text;
        }
    }

    /** True or false, in whatever case; variables often have 1 and 0. */
    record Truth() implements Form {

        private static final String TEXT = "[tT][rR][uU][eE]|[fF][aA][lL][sS][eE]|1|0";

        @Override
        public boolean fits(String text) {
            return text.matches(TEXT);
        }

        @Override
        public String pattern() {
            return TEXT;
        }

        @Override
        public Map<String, Object> schema() {
            return ordered(
                    "type",
                    List.of("boolean", "string", "integer"),
                    "minimum",
                    0,
                    "maximum",
                    1,
                    "pattern",
                    whole(this));
        }

        @Override
        public Object json(String text) {
            return Boolean.valueOf(text);
        }
    }

    /** A whole number of at most nine digits. */
    record Whole(int least) implements Form {

        public Whole {
            if (least != 0 && least != 1) {
                throw new IllegalArgumentException("least: " + least + " (expected: 0 or 1)");
            }
        }

        @Override
        public boolean fits(String text) {
            return text.matches(pattern());
        }

        @Override
        public String pattern() {
            return least == 0 ? "\\d{1,9}" : "(?=\\d{1,9}(?!\\d))0*[1-9]\\d*";
        }

        @Override
        public Map<String, Object> schema() {
            return ordered(
                    "type", List.of("integer", "string"), "minimum", least, "maximum", MOST, "pattern", whole(this));
        }

        @Override
        public Object json(String text) {
            return Integer.valueOf(text);
        }
    }

    /**
     * A text that a pattern describes as a whole.
     *
     * @param pattern in the part of the language that Java and JavaScript share
     */
    record Written(String pattern) implements Form {

        @Override
        public boolean fits(String text) {
            return text.matches(pattern);
        }

        /** Where 7 or true fits as a text, it does so without quotes. */
        @Override
        public Map<String, Object> schema() {
            Map<String, Object> schema = ordered("type", types("string"), "pattern", whole(this));
            if (!fits("9999999999")) {
                schema.put("minimum", fits("-7") ? -MOST : 0);
                schema.put("maximum", MOST);
            }
            return schema;
        }

        private Object types(String first) {
            List<String> types = Stream.of(first, number(), fits("true") ? "boolean" : first)
                    .distinct()
                    .toList();
            return types.size() == 1 ? first : types;
        }

        private String number() {
            String whole = fits("1.5") ? "number" : "integer";
            return fits("7") ? whole : "string";
        }

        @Override
        public Object json(String text) {
            return text;
        }
    }

    private static String whole(Form form) {
        return "^(?:" + form.pattern() + ")$";
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}

package dev.enfilade.bootstrap.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the text of a single value looks like: the reader and the schema go by the same. */
sealed interface Form {

    boolean fits(String text);

    /** The same in words of JSON Schema. */
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

        private static final Pattern TEXT = Pattern.compile("(?i)true|false|1|0");

        @Override
        public boolean fits(String text) {
            return TEXT.matcher(text).matches();
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", "boolean");
        }

        @Override
        public Object json(String text) {
            return Boolean.valueOf(text);
        }
    }

    /** A whole number of at most nine digits. */
    record Whole(int least) implements Form {

        private static final Pattern TEXT = Pattern.compile("\\d{1,9}");
        private static final int MOST = 999_999_999;

        @Override
        public boolean fits(String text) {
            return TEXT.matcher(text).matches() && Integer.parseInt(text) >= least;
        }

        @Override
        public Map<String, Object> schema() {
            return ordered("type", "integer", "minimum", least, "maximum", MOST);
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
            List<String> types = Stream.of(
                            Stream.of("string"),
                            Stream.of("number").filter(_ -> fits("7")),
                            Stream.of("boolean").filter(_ -> fits("true")))
                    .flatMap(type -> type)
                    .toList();
            return ordered("type", types.size() == 1 ? types.getFirst() : types, "pattern", "^(?:" + pattern + ")$");
        }

        @Override
        public Object json(String text) {
            return text;
        }
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}

package dev.enfilade.contract.documents;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The simple commands of a script, as far as can be told without a shell: words parted by spaces. */
record Words(List<String> words) {

    private static final Pattern COMMENT = Pattern.compile("(?m)(^|\\s)#.*$");
    private static final Pattern BETWEEN = Pattern.compile("\\n|;|&&|\\|\\|?|\\$\\(|&(?!\\d)");
    private static final Pattern BEFORE =
            Pattern.compile("\\w+=\\S*|sudo|exec|time|env|export|then|do|if|while|until|!");

    Words {
        words = List.copyOf(words);
    }

    static List<Words> of(String script) {
        String text = COMMENT.matcher(script.replace("\\\n", " ")).replaceAll("");
        return BETWEEN.splitAsStream(text)
                .map(command -> Arrays.stream(command.strip().split("\\s+"))
                        .dropWhile(word -> BEFORE.matcher(word).matches())
                        .map(word -> word.replaceAll("^['\"(]+|['\")]+$", ""))
                        .toList())
                .filter(words -> !words.isEmpty() && !words.getFirst().isEmpty())
                .map(Words::new)
                .toList();
    }

    /** The program without the folder it is in. */
    String program() {
        return words.getFirst().substring(words.getFirst().lastIndexOf('/') + 1);
    }

    /** The names of the options, without their values. */
    Stream<String> options() {
        return words.stream()
                .skip(1)
                .filter(word -> word.startsWith("-"))
                .map(word -> word.replaceFirst("=.*", ""))
                .filter(word -> word.startsWith("--"));
    }

    /** The values of this option of Maven, whether they stand behind or in the next word. */
    Stream<String> values(String option) {
        Stream<String> behind = words.stream()
                .filter(word -> word.startsWith(option) && word.length() > option.length())
                .map(word -> word.substring(option.length()).replaceFirst("^=", ""));
        int at = words.indexOf(option);
        Stream<String> next = at < 0 || at + 1 == words.size() ? Stream.empty() : Stream.of(words.get(at + 1));
        return Stream.concat(behind, next).flatMap(value -> Arrays.stream(value.split(",")));
    }
}

package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the paths of keys are written in one word: as the name of a variable, or of a flag. */
final class PathSpelling {

    /** {@code ENFILADE_LIMITS_BODY}: capitals, with {@code _} for every character that is no letter or digit. */
    static final PathSpelling VARIABLE = new PathSpelling(
            "ENFILADE_", "_", part -> part.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));

    /** {@code --limits.body}. */
    static final PathSpelling FLAG = new PathSpelling("--", ".", part -> part);

    private final String prefix;
    private final String separator;
    private final UnaryOperator<String> spelled;
    private final Map<KeyPath, Pattern> forms = new LinkedHashMap<>();

    private PathSpelling(String prefix, String separator, UnaryOperator<String> spelled) {
        this.prefix = prefix;
        this.separator = separator;
        this.spelled = spelled;
        Keys.places().forEach(path -> forms.put(path, Pattern.compile(joined(path, "(.+?)", Pattern::quote))));
    }

    /**
     * A place that can be set.
     *
     * @param names as they were spelled, for the {@link KeyPath#ANY} parts of the path
     */
    record Place(KeyPath path, List<String> names) {
        Place {
            requireNonNull(path, "path is null");
            names = List.copyOf(names);
        }
    }

    /** The word for this path; names of the user's choice stand as {@code <NAME>}. */
    String word(KeyPath path) {
        return joined(path, "<NAME>", text -> text);
    }

    /** A part of a path, or a name, as it stands in a word. */
    String part(String text) {
        return spelled.apply(text);
    }

    /** The place that a word means; where names leave a choice, the one that fixes more of the word. */
    Optional<Place> read(String word) {
        return forms.keySet().stream()
                .filter(path -> matcher(path, word).matches())
                .max(Comparator.comparingInt(
                        path -> joined(path, "", text -> text).length()))
                .map(path -> new Place(path, names(path, word)));
    }

    /** The word that somebody may have meant. */
    Optional<String> nearest(String word) {
        return NearestWord.to(
                word,
                forms.keySet().stream()
                        .filter(path -> word.startsWith(word(path).split("<NAME>", 2)[0])
                                || !path.parts().contains(KeyPath.ANY))
                        .map(path -> joined(path, name(word, path), text -> text))
                        .toList());
    }

    private Matcher matcher(KeyPath path, String word) {
        return forms.getOrDefault(path, Pattern.compile("")).matcher(word);
    }

    private List<String> names(KeyPath path, String word) {
        Matcher matcher = matcher(path, word);
        return matcher.matches()
                ? IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(matcher::group)
                        .toList()
                : List.of();
    }

    /** What the word has in the place of the name, if only its end is wrong. */
    private String name(String word, KeyPath path) {
        String[] parts =
                word.substring(Math.min(word.length(), prefix.length())).split(Pattern.quote(separator), -1);
        int behind = Math.max(2, parts.length - Math.max(0, path.parts().size() - 2));
        return parts.length < 3
                ? "<NAME>"
                : String.join(separator, List.of(parts).subList(1, behind));
    }

    private String joined(KeyPath path, String name, UnaryOperator<String> literal) {
        return literal.apply(prefix)
                + path.parts().stream()
                        .map(it -> it.equals(KeyPath.ANY) ? name : literal.apply(spelled.apply(it)))
                        .collect(Collectors.joining(literal.apply(separator)));
    }
}

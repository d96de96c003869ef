package dev.enfilade.application.service;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.catalog.ModelName;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A pattern of names with {@code *}, which may be written in each of the ways in which names may be written.
 *
 * @param literalPrefix how many characters of a name it fixes at the beginning
 * @param literals how many it fixes in all
 */
record NameGlob(Pattern pattern, int literalPrefix, int literals) {

    static final Comparator<NameGlob> MOST_SPECIFIC_FIRST = Comparator.comparingInt(NameGlob::literalPrefix)
            .thenComparingInt(NameGlob::literals)
            .reversed();

    NameGlob {
        requireNonNull(pattern, "pattern is null");
    }

    /** A text without any star fits one name only. */
    static NameGlob of(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        StringBuilder regex = new StringBuilder();
        for (String literal : text.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
        }
        String key = new ModelName(text).key();
        int star = key.indexOf('*');
        return new NameGlob(
                Pattern.compile(regex.toString(), Pattern.DOTALL),
                star < 0 ? key.length() : star,
                key.replace("*", "").length());
    }

    /** @param spellings all of one name */
    boolean matches(List<String> spellings) {
        return spellings.stream().anyMatch(spelling -> pattern.matcher(spelling).matches());
    }
}

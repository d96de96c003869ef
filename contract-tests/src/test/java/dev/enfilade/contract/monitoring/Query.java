package dev.enfilade.contract.monitoring;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A PromQL expression, as far as the names in it are concerned. */
record Query(String text) {

    private static final Pattern VALUES = Pattern.compile("\"[^\"]*\"");
    private static final Pattern RANGES = Pattern.compile("\\[[^]]*]|\\b(offset|for) +\\w+|#.*");
    private static final Pattern MATCHERS = Pattern.compile("\\{([^}]*)}");
    private static final Pattern GROUPINGS =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right) *\\(([^)]*)\\)");
    private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_:][a-zA-Z0-9_:]*\\b(?! *\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "le");

    /** The metrics it reads, as samples are named in a scrape. */
    Set<String> metrics() {
        String bare =
                GROUPINGS.matcher(MATCHERS.matcher(plain()).replaceAll(" ")).replaceAll(" ");
        return names(bare).collect(Collectors.toUnmodifiableSet());
    }

    /** The labels it selects or groups by. */
    Set<String> labels() {
        return Stream.of(MATCHERS, GROUPINGS)
                .flatMap(part -> part.matcher(plain()).results())
                .flatMap(found -> names(found.group(1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private String plain() {
        return RANGES.matcher(VALUES.matcher(text).replaceAll("")).replaceAll(" ");
    }

    private static Stream<String> names(String part) {
        return NAME.matcher(part).results().map(name -> name.group()).filter(name -> !WORDS.contains(name));
    }
}

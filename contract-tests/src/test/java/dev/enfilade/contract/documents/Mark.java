package dev.enfilade.contract.documents;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a shell example is tested, as the comment on the line above it says: {@code <!-- test: demo: "done":true -->}.
 *
 * @param exitCode with which it ends
 * @param text what its output has; for {@link How#PARSE} the reason why it is not run
 */
record Mark(How how, int exitCode, String text) {

    static final String FORMS = """
        one of these comments stands on the line above each sh block:
          <!-- test: demo: TEXT -->     run beside a running demo; the output has TEXT, which may be left out
          <!-- test: run 78: TEXT -->   run by itself in an empty folder, ends with 78; without a number, with 0
          <!-- test: serve: TEXT -->    run by itself until it listens, and then ended
          <!-- test: parse: REASON -->  not run: syntax, commands, options, modules, tests and files are checked
        """;

    private static final Pattern FORM = Pattern.compile("test: (demo|run|serve|parse)(?: (\\d+))?(?:: (.+))?");

    /** What is done with an example. */
    enum How {
        DEMO,
        RUN,
        SERVE,
        PARSE
    }

    Mark {
        requireNonNull(how, "how is null");
        requireNonNull(text, "text is null");
        if (how == How.PARSE && text.isBlank()) {
            throw new IllegalArgumentException("an example that is not run needs a reason; " + FORMS);
        }
    }

    /** The mark of this block, without which no shell example may be. */
    static Mark of(Block block) {
        Matcher form = FORM.matcher(block.mark().orElse(""));
        if (!form.matches()) {
            throw new IllegalArgumentException(block + " does not say how it is tested; " + FORMS);
        }
        int exitCode = form.group(2) == null ? 0 : Integer.parseInt(form.group(2));
        String text = form.group(3) == null ? "" : form.group(3);
        return new Mark(How.valueOf(form.group(1).toUpperCase(Locale.ROOT)), exitCode, text);
    }
}

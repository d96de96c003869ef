package dev.enfilade.contract.chaos;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a client has at the end.
 *
 * @param status 0 if there was no answer
 * @param proper HTTP said that the answer is complete
 * @param raw the body as it came
 * @param text the tokens, in the order in which they came
 * @param success the mark of success
 * @param errors the errors that were told
 * @param oddities what no answer may look like
 */
record Seen(
        int status,
        boolean proper,
        String raw,
        String text,
        boolean success,
        List<String> errors,
        List<String> oddities) {

    Seen {
        errors = List.copyOf(errors);
        oddities = List.copyOf(oddities);
    }

    /** The same, with more that no answer may look like. */
    Seen with(List<String> more) {
        List<String> all = Stream.concat(oddities.stream(), more.stream()).toList();
        return new Seen(status, proper, raw, text, success, errors, all);
    }

    static Seen nothing() {
        return new Seen(0, false, "", "", false, List.of(), List.of());
    }
}

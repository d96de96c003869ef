package dev.enfilade.adapter.in.ollama.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as Go writes them, such as {@code 5m}, {@code 1h30m} or {@code -1.5s}. */
public final class GoDuration {

    private static final Pattern PART = Pattern.compile("(?!\\z)([0-9]*(?:\\.[0-9]*)?)([^0-9.]*)");
    /** Far more than any span needs, and little enough to calculate with. */
    private static final int LONGEST_TEXT = 200;

    private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal LONGEST_BACK = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final Map<String, Long> UNITS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "\u00B5s", 1_000L,
            "\u03BCs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    private GoDuration() {}

    /**
     * The span in nanoseconds.
     *
     * @throws IllegalArgumentException with the text of Go's time package, which Ollama 0.33 passes on
     */
    public static long nanos(String text) {
        String unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        if (unsigned.equals("0")) {
            return 0;
        }
        if (unsigned.isEmpty() || unsigned.length() > LONGEST_TEXT) {
            throw invalid(text);
        }
        BigDecimal sum = BigDecimal.ZERO;
        Matcher part = PART.matcher(unsigned);
        while (part.find()) {
            sum = sum.add(nanos(part, text));
        }
        BigDecimal span = text.startsWith("-") ? sum.negate() : sum;
        if (span.compareTo(LONGEST) > 0 || span.compareTo(LONGEST_BACK) < 0) {
            throw invalid(text);
        }
        return span.longValue();
    }

    private static BigDecimal nanos(Matcher part, String text) {
        String number = part.group(1);
        String unit = part.group(2);
        if (number.isEmpty() || number.equals(".")) {
            throw invalid(text);
        }
        if (unit.isEmpty()) {
            throw new IllegalArgumentException("time: missing unit in duration " + quoted(text));
        }
        Long nanos = UNITS.get(unit);
        if (nanos == null) {
            throw new IllegalArgumentException("time: unknown unit " + quoted(unit) + " in duration " + quoted(text));
        }
        return new BigDecimal(number).multiply(BigDecimal.valueOf(nanos)).setScale(0, RoundingMode.DOWN);
    }

    private static IllegalArgumentException invalid(String text) {
        return new IllegalArgumentException("time: invalid duration " + quoted(text));
    }

    /**
     * As Go's time package quotes, which is not as its other packages do: every byte that is not plain ASCII in
     * hexadecimal.
     */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
            if (value < ' ') {
                quoted.append("\\x%02x".formatted(value));
            } else {
                quoted.append(value == '"' || value == '\\' ? "\\" : "").append((char) value);
            }
        }
        return quoted.append('"').toString();
    }
}

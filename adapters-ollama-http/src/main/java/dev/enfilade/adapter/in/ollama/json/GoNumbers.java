package dev.enfilade.adapter.in.ollama.json;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as Go's encoding/json reads and writes them. */
public final class GoNumbers {

    /** No number that is written shorter, and without exponent, is beyond a double. */
    private static final int LONGEST_SAFE = 300;

    private static final double PLAIN_FROM = 1e-6;
    private static final double PLAIN_BELOW = 1e21;

    private GoNumbers() {}

    /**
     * The shortest decimal that gives the number back: plain from 1e-6 to below 1e21, with an exponent elsewhere, never
     * with .0.
     */
    public static String text(double number) {
        double size = Math.abs(number);
        boolean plain = size == 0 || (size >= PLAIN_FROM && size < PLAIN_BELOW);
        return plain ? plain(Double.toString(number)) : scientific(Double.toString(number));
    }

    /** As {@link #text(double)}, with the fewer digits that single precision needs. */
    public static String text(float number) {
        float size = Math.abs(number);
        boolean plain = size == 0 || (size >= (float) PLAIN_FROM && size < (float) PLAIN_BELOW);
        return plain ? plain(Float.toString(number)) : scientific(Float.toString(number));
    }

    /** Java writes most fractions as they are wanted, which spares the way over decimals. */
    private static String plain(String shortest) {
        boolean wanted = shortest.indexOf('E') < 0 && !shortest.endsWith(".0");
        return wanted ? shortest : new BigDecimal(shortest).stripTrailingZeros().toPlainString();
    }

    private static String scientific(String shortest) {
        BigDecimal decimal = new BigDecimal(shortest).stripTrailingZeros();
        String digits = decimal.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - decimal.scale();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return (decimal.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "" : "+")
                + exponent;
    }

    /** The number if it is written as a whole one of at most 64 bits. */
    static Optional<Long> whole(String number) {
        try {
            return Optional.of(Long.parseLong(number));
        } catch (NumberFormatException notWhole) {
            return Optional.empty();
        }
    }

    /** The first number in some JSON that no double can hold. */
    static Optional<String> beyondDouble(String json) {
        int at = 0;
        while (at < json.length()) {
            char c = json.charAt(at);
            if (c == '"') {
                at = afterString(json, at);
            } else if (c == '-' || Character.isDigit(c)) {
                int end = afterNumber(json, at);
                if (isBeyond(json.substring(at, end))) {
                    return Optional.of(json.substring(at, end));
                }
                at = end;
            } else {
                at++;
            }
        }
        return Optional.empty();
    }

    private static boolean isBeyond(String number) {
        boolean suspect = number.length() > LONGEST_SAFE || number.indexOf('e') >= 0 || number.indexOf('E') >= 0;
        return suspect && Double.isInfinite(Double.parseDouble(number));
    }

    private static int afterString(String json, int quote) {
        int at = quote + 1;
        while (json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private static int afterNumber(String json, int start) {
        int at = start;
        while (at < json.length() && "+-.eE0123456789".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}

package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The kinds of value that may stand where the recorded value cannot be expected again. */
enum ValueKind implements ValueRule {
    TIME,
    TIME_UTC,
    INT,
    POS,
    NUMBER,
    STRING,
    TEXT,
    INTS,
    LIST,
    ARRAY,
    OBJECT,
    ANY,
    HEX64;

    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern HEX_64 = Pattern.compile("[0-9a-f]{64}");

    @Override
    public boolean accepts(JsonNode live) {
        return switch (this) {
            case TIME -> isTime(live);
            case TIME_UTC -> isTime(live) && live.textValue().endsWith("Z");
            case INT -> live.isIntegralNumber();
            case POS -> live.isIntegralNumber() && live.bigIntegerValue().signum() > 0;
            case NUMBER -> live.isNumber();
            case STRING -> live.isTextual();
            case TEXT -> live.isTextual() && !live.textValue().isEmpty();
            case INTS -> isFilled(live) && live.valueStream().allMatch(JsonNode::isIntegralNumber);
            case LIST -> isFilled(live);
            case ARRAY -> live.isArray();
            case OBJECT -> live.isObject();
            case ANY -> true;
            case HEX64 -> live.isTextual() && HEX_64.matcher(live.textValue()).matches();
        };
    }

    @Override
    public boolean replacesComparison() {
        return true;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean isFilled(JsonNode live) {
        return live.isArray() && !live.isEmpty();
    }

    /** The pattern refuses what {@link OffsetDateTime} takes beyond RFC 3339; parsing refuses a 30th of February. */
    private static boolean isTime(JsonNode live) {
        if (!live.isTextual() || !RFC_3339.matcher(live.textValue()).matches()) {
            return false;
        }
        try {
            OffsetDateTime.parse(live.textValue());
            return true;
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}

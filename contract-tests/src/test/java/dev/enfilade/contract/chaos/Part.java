package dev.enfilade.contract.chaos;

import dev.enfilade.contract.core.Wire;

/** One piece of an event stream as backends send them, well and badly. */
enum Part {
    ROLE(Sense.NOTHING),
    TOKEN(Sense.TOKEN),
    TOKEN_CRLF(Sense.TOKEN),
    TOKEN_CR(Sense.TOKEN),
    TOKEN_ON_TWO_LINES(Sense.TOKEN),
    TOKEN_WITH_NULL_ERROR(Sense.TOKEN),
    TOKEN_WITHOUT_SPACE(Sense.TOKEN),
    COMMENT(Sense.NOTHING),
    EMPTY_DATA(Sense.NOTHING),
    OTHER_FIELDS(Sense.NOTHING),
    HTML_LINE(Sense.NOTHING),
    NO_CHOICES(Sense.NOTHING),
    USAGE(Sense.NOTHING),
    FINISH(Sense.FINISH),
    DONE(Sense.DONE),
    ERROR(Sense.ERROR),
    ERROR_TEXT(Sense.ERROR),
    ERROR_FIELD(Sense.ERROR),
    ERROR_WITH_SECRET(Sense.ERROR),
    HALF_JSON(Sense.INVALID),
    NO_JSON(Sense.INVALID),
    HUGE_LINE(Sense.TOO_BIG);

    private static final String REST = ",\"finish_reason\":null}]}";

    private final Sense sense;

    Part(Sense sense) {
        this.sense = sense;
    }

    Sense sense() {
        return sense;
    }

    /** The bytes of this part, as text. */
    String text(String token) {
        return switch (this) {
            case ROLE -> Wire.event("{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\"}" + REST);
            case TOKEN -> Wire.token(token);
            case TOKEN_CRLF -> Wire.token(token).replace("\n", "\r\n");
            case TOKEN_CR -> Wire.token(token).replace("\n", "\r");
            case TOKEN_ON_TWO_LINES ->
                "data: {\"choices\":[{\"index\":0,\n" + Wire.event("\"delta\":{\"content\":\"" + token + "\"}" + REST);
            case TOKEN_WITH_NULL_ERROR -> Wire.token(token).replaceFirst("\\{", "{\"error\":null,");
            case TOKEN_WITHOUT_SPACE -> Wire.token(token).replaceFirst("data: ", "data:");
            case COMMENT -> ": wait\n\n";
            case EMPTY_DATA -> "data:\n\n";
            case OTHER_FIELDS -> "id: 7\nretry: 1\nfoo\n\n";
            case HTML_LINE -> "<html><body>Bad Gateway</body></html>\n\n";
            case NO_CHOICES -> Wire.event("{\"choices\":[],\"prompt_filter_results\":[]}");
            case USAGE -> Wire.USAGE;
            case FINISH -> Wire.FINISH;
            case DONE -> Wire.DONE;
            case ERROR -> Wire.event("{\"error\":{\"message\":\"boom\",\"code\":503}}");
            case ERROR_TEXT -> Wire.event("{\"error\":\"boom\"}");
            case ERROR_FIELD -> "error: {\"code\":503,\"message\":\"boom\"}\n\n";
            case ERROR_WITH_SECRET -> Wire.event("{\"error\":{\"message\":\"key " + Stage.SECRET + " is bad\"}}");
            case HALF_JSON -> Wire.event("{\"choices\":[");
            case NO_JSON -> Wire.event("<html>");
            case HUGE_LINE -> "data: " + "x".repeat(4_500_000) + "\n\n";
        };
    }
}

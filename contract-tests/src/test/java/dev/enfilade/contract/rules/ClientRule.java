package dev.enfilade.contract.rules;

import java.util.Arrays;
import java.util.List;

/**
 * A demand of which at least one well-known client fails, loses text or hides models if it is not met; gathered from
 * the clients' own sources.
 */
public enum ClientRule {
    /** Clients parse lines, some parse what one read gives them; nobody asks for compression. */
    WHOLE_LINES,
    /** Python splits lines at these characters. */
    ESCAPED_SEPARATORS,
    /** Clients read errors and streams by their type only. */
    CONTENT_TYPE,
    /** Text is appended without a look. */
    CONTENT_IS_TEXT,
    /** What is there, even empty, hides the text beside it. */
    NOTHING_EMPTY,
    /** Text in the last chunk is lost, numbers that are missing there break strict clients. */
    BARE_END,
    /** Clients wait for ever for an end, or take the first one. */
    ONE_END,
    /** Other reasons are unknown to clients. */
    DONE_REASON,
    /** Calls are told apart by index or id, and read from the last chunk that has any. */
    TOOL_CALLS,
    /** Not every client reads an offset, or more than microseconds. */
    TIMES,
    /** Counts, sizes and durations go into integer types. */
    WHOLE_NUMBERS,
    /** An error that is an object, or has company, is shown as such. */
    ERRORS_ARE_TEXT,
    /** Some members are signals, even when null. */
    NO_UNKNOWN_MEMBERS,
    /** A client finds its answer under the name that it used. */
    MODEL_ECHOED,
    /** Names without a tag get one appended, and are then looked up. */
    NAMES_HAVE_TAGS,
    /** Digests are cut without a look, and models are told apart by them. */
    DIGESTS,
    /** Closed sets of words in clients. */
    KNOWN_CAPABILITIES,
    /** One client refuses a running model with any other detail. */
    SIX_DETAILS,
    /** Clients go from architecture to lengths, or take the first name that looks like one. */
    MODEL_INFO,
    /** Clients compare versions, and one refuses any other member. */
    VERSION;

    /** Whether an answer keeps the rule; one that it does not concern does. */
    boolean isKeptBy(Seen seen) {
        return switch (this) {
            case WHOLE_LINES -> FramingChecks.areWholeLines(seen);
            case ESCAPED_SEPARATORS -> FramingChecks.escapesSeparators(seen);
            case CONTENT_TYPE -> FramingChecks.saysItsType(seen);
            case CONTENT_IS_TEXT -> ChunkChecks.haveText(seen);
            case NOTHING_EMPTY -> ChunkChecks.haveNothingEmpty(seen);
            case BARE_END -> EndChecks.isBare(seen);
            case ONE_END -> EndChecks.isTheOnlyOne(seen);
            case DONE_REASON -> EndChecks.hasKnownReason(seen);
            case TOOL_CALLS -> ToolCallChecks.areWellFormed(seen);
            case TIMES -> NumberChecks.areTimes(seen);
            case WHOLE_NUMBERS -> NumberChecks.areWhole(seen);
            case ERRORS_ARE_TEXT -> FramingChecks.tellsErrorsAsText(seen);
            case NO_UNKNOWN_MEMBERS -> ChunkChecks.haveKnownMembers(seen);
            case MODEL_ECHOED -> ChunkChecks.nameTheModelAsAsked(seen);
            case NAMES_HAVE_TAGS -> ListingChecks.haveTags(seen);
            case DIGESTS -> ListingChecks.haveDigests(seen);
            case KNOWN_CAPABILITIES -> ListingChecks.haveKnownCapabilities(seen);
            case SIX_DETAILS -> ListingChecks.haveSixDetails(seen);
            case MODEL_INFO -> ListingChecks.tellLengths(seen);
            case VERSION -> ListingChecks.isAVersion(seen);
        };
    }

    /** The rules that an answer breaks; those of the native interface hold for no other. */
    public static List<ClientRule> brokenBy(Seen seen) {
        return seen.isNative()
                ? Arrays.stream(values()).filter(rule -> !rule.isKeptBy(seen)).toList()
                : List.of();
    }
}

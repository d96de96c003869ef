package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;

/** A demand on the live value alone, whatever was recorded. */
sealed interface ValueRule extends MaskRule permits ValueKind, EndsWith, Has, Lacks {

    boolean accepts(JsonNode live);

    /** Whether the demand stands in place of the comparison with the recorded value, or beside it. */
    boolean replacesComparison();
}

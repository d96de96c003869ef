package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Compares the values at one place, whatever their type. */
interface ValueComparison {

    List<Difference> compare(Pointer at, JsonNode recorded, JsonNode live);
}

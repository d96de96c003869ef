package dev.enfilade.adapter.out.openai.decode;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A piece of a tool call.
 *
 * @param arguments a piece of JSON text
 */
record ToolFragment(OptionalInt index, Optional<String> id, Optional<String> name, String arguments) {

    static final ToolFragment EMPTY = new ToolFragment(OptionalInt.empty(), Optional.empty(), Optional.empty(), "");

    ToolFragment at(int place) {
        return new ToolFragment(OptionalInt.of(place), id, name, arguments);
    }
}

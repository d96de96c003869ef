package dev.enfilade.adapter.out.openai.decode;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A piece of a tool call.
 *
 * @param arguments a piece of JSON text
 * @param input a piece of the text that a custom tool gets in place of arguments; absent for any other tool
 */
record ToolFragment(
        OptionalInt index, Optional<String> id, Optional<String> name, String arguments, Optional<String> input) {

    ToolFragment at(OptionalInt place) {
        return new ToolFragment(place, id, name, arguments, input);
    }

    ToolFragment of(Optional<String> call) {
        return new ToolFragment(index, call, name, arguments, input);
    }
}

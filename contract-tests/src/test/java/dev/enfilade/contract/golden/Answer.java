package dev.enfilade.contract.golden;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the product answered; {@code fault} says how the message broke the rules of HTTP, if it did. */
record Answer(int status, Headers headers, Octets body, Optional<String> fault) {

    /** The same with another body. */
    Answer damaged(UnaryOperator<String> damage) {
        String text = body.toString();
        String other = damage.apply(text);
        return other.equals(text) ? this : new Answer(status, headers, Octets.ofUtf8(other), fault);
    }
}

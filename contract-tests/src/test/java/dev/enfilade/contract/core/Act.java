package dev.enfilade.contract.core;

import java.nio.charset.StandardCharsets;

/** One thing that a backend does with its connection after it has read a request. */
sealed interface Act {

    /** Sends these bytes in one write. */
    record Send(byte[] bytes) implements Act {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** Sends bytes until the other side stops reading. */
    record SendForEver(byte[] bytes) implements Act {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** Says nothing until the other side leaves. */
    record Wait() implements Act {}

    /** Closes in an orderly way. */
    record Fin() implements Act {}

    /** Resets. */
    record Reset() implements Act {}

    static Act send(String text) {
        return new Send(text.getBytes(StandardCharsets.UTF_8));
    }
}

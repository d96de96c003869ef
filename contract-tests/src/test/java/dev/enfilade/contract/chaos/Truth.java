package dev.enfilade.contract.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a client may see, derived from the script alone.
 *
 * @param tokens the most that may arrive, in this order
 * @param exact all of them must arrive, if the client stays
 * @param maySucceed the success mark would be true
 * @param mayFail an error would be true
 * @param mayPassHalf half an answer may pass, since a relay cannot tell that it is one
 */
record Truth(List<String> tokens, boolean exact, boolean maySucceed, boolean mayFail, boolean mayPassHalf) {

    Truth {
        tokens = List.copyOf(tokens);
    }

    static Truth of(Plan plan, String tag) {
        Script script = Script.of(plan, tag);
        return switch (plan.opening()) {
            case STREAM -> ofStream(plan, script, tag);
            case WHOLE -> ofWhole(plan, script, tag);
            case RATE_LIMIT,
                    BAD_REQUEST,
                    NO_MODEL,
                    NOT_PROCESSABLE,
                    REFUSED_KEY,
                    FORBIDDEN,
                    BROKEN,
                    OVERLOADED,
                    HTML_502,
                    HTML_200,
                    NOTHING_200,
                    REDIRECT,
                    NO_HTTP,
                    TWO_LENGTHS,
                    ONLY_FIN,
                    ONLY_RESET -> new Truth(List.of(), false, false, true, false);
        };
    }

    /** All tokens of a plan, whether they get through or not. */
    static List<String> tokens(Plan plan, String tag) {
        return IntStream.range(0, plan.parts().size())
                .filter(i -> plan.parts().get(i).sense() == Sense.TOKEN)
                .mapToObj(i -> Script.token(tag, i))
                .toList();
    }

    private static Truth ofWhole(Plan plan, Script script, String tag) {
        boolean whole = script.delivers(0);
        boolean proper = script.endsProperly();
        boolean sure = whole && proper && plan.end() != Break.RESET;
        boolean half = plan.face() == Face.RELAY && proper && !whole;
        return new Truth(tokens(plan, tag), false, whole, !sure, half);
    }

    private static Truth ofStream(Plan plan, Script script, String tag) {
        return new Hearing(plan.face() == Face.RELAY).hear(plan, script, tag);
    }

    /** Hears the parts of a stream one by one, as a reader would who gets all that was sent. */
    private static final class Hearing {
        private final boolean relayed;
        private final List<String> tokens = new ArrayList<>();
        private boolean finished;
        private boolean finishedOnce;
        private boolean doubtful;
        private boolean done;

        private Hearing(boolean relayed) {
            this.relayed = relayed;
        }

        private Truth hear(Plan plan, Script script, String tag) {
            int heard = 0;
            for (; heard < plan.parts().size() && script.delivers(heard) && !done; heard++) {
                hear(plan.parts().get(heard), Script.token(tag, heard));
            }
            if (!done && heard < plan.parts().size() && plan.parts().get(heard).sense() == Sense.TOO_BIG) {
                // What came of it before the end may have been too much already.
                stop();
            }
            boolean lossy = plan.end() == Break.RESET;
            boolean sure = finished && (done || script.endsProperly()) && !doubtful && !lossy;
            boolean exact = plan.streamed() && !lossy && !doubtful;
            return new Truth(tokens, exact, lossy ? finishedOnce : finished, !sure, false);
        }

        private void hear(Part part, String token) {
            switch (part.sense()) {
                case NOTHING -> {}
                case TOKEN -> hearToken(token);
                case FINISH -> {
                    finished = true;
                    finishedOnce = true;
                }
                case DONE -> done = true;
                case ERROR -> stop();
                case INVALID -> {
                    if (!relayed) {
                        stop();
                    }
                }
                case TOO_BIG -> {
                    stop();
                    done = true;
                }
            }
        }

        private void hearToken(String token) {
            if (relayed || !finished) {
                tokens.add(token);
            } else {
                finished = false;
                done = true;
            }
        }

        /** After a finish both readings are true; a relay goes on. */
        private void stop() {
            doubtful |= finished || relayed;
            done = !relayed;
        }
    }
}

package dev.enfilade.contract.golden;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the backend is to be asked during one exchange, and how it was asked. Safe for several connections at once. */
public final class BackendScript {

    private static final BackendReply UNSCRIPTED = BackendReply.error(400, "the scripted backend was not to be asked");

    private final List<BackendTurn> turns = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private final List<Difference> notes = new ArrayList<>();
    private int asked;

    /** Begins an exchange. What was asked since the last one stays held against the product. */
    synchronized void begin(List<BackendTurn> expected) {
        turns.clear();
        turns.addAll(expected);
        asked = 0;
    }

    /** Takes a request and says what to answer. */
    synchronized BackendReply ask(BackendRequest request) {
        if (asked < turns.size()) {
            asked++;
            return checked(request);
        }
        if (asked > 0 && turns.getLast().mayRepeat()) {
            return checked(request);
        }
        differences.add(new Difference("backend", asked + " requests", "another: " + request.body()));
        return UNSCRIPTED;
    }

    /** Takes a request that is none. */
    synchronized void refuse(IOException malformed) {
        differences.add(new Difference("backend", "an HTTP request", malformed.toString()));
    }

    /** Ends the exchange. */
    synchronized Outcome end() {
        if (asked < turns.size()) {
            differences.add(new Difference("backend", turns.size() + " requests", asked + " requests"));
        }
        Outcome outcome = new Outcome(differences, notes);
        begin(List.of());
        differences.clear();
        notes.clear();
        return outcome;
    }

    private BackendReply checked(BackendRequest request) {
        BackendTurn turn = turns.get(asked - 1);
        RequestCheck check = new RequestCheck(turn.expect(), request);
        check.differences().forEach(difference -> differences.add(difference.in("backend")));
        check.notes().forEach(note -> notes.add(note.in("backend")));
        return turn.reply();
    }
}

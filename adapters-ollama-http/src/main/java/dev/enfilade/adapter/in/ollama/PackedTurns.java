package dev.enfilade.adapter.in.ollama;

import dev.enfilade.domain.chat.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The {@code context} of generate. Ollama's holds tokens; a proxy has none, so it packs the conversation itself into
 * the list: a mark, then the turns. Media and reasoning are not kept.
 */
final class PackedTurns {

    /** In numbers; longer lists are not ours. */
    static final int LONGEST = 65_536;

    /** Above every vocabulary, so that no list of tokens begins with it. */
    private static final long MARK = 0x45_4E_46_31L;

    private PackedTurns() {}

    /** Packs as many of the last turns as fit; an answer never comes first. */
    static List<Long> pack(List<Message> turns) {
        Deque<PackedTurn> kept = new ArrayDeque<>();
        int size = 1;
        for (Message message : turns.reversed()) {
            Optional<PackedTurn> turn = PackedTurn.of(message);
            size += turn.map(PackedTurn::size).orElse(0);
            if (size > LONGEST) {
                break;
            }
            turn.ifPresent(kept::addFirst);
        }
        if (!kept.isEmpty() && kept.getFirst().isAnswer()) {
            kept.removeFirst();
        }
        List<Long> numbers = new ArrayList<>();
        numbers.add(MARK);
        kept.forEach(turn -> turn.appendTo(numbers));
        return numbers;
    }

    /** The turns of a list that was packed here; none if it is foreign or damaged. */
    static List<Message> unpack(List<Long> numbers) {
        if (numbers.isEmpty() || numbers.getFirst() != MARK) {
            return List.of();
        }
        List<Message> turns = new ArrayList<>();
        int at = 1;
        while (at < numbers.size()) {
            Optional<PackedTurn> turn = PackedTurn.at(numbers, at);
            if (turn.isEmpty()) {
                return List.of();
            }
            turns.add(turn.get().message());
            at += turn.get().size();
        }
        return turns;
    }
}

package dev.enfilade.adapter.in.ollama.conversation;

import dev.enfilade.domain.chat.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code context} of generate. Ollama's holds tokens; a proxy has none, so it packs the conversation itself into
 * the list: a mark, then the turns. Media and reasoning are not kept.
 */
public final class PackedTurns {

    /** In numbers; longer lists are not ours. */
    public static final int LONGEST = 65_536;

    /** What each of instructions, question and answer may take where they are too long together. */
    private static final int SHARE = (LONGEST - 1) / 3;

    /** Above every vocabulary, so that no list of tokens begins with it. */
    private static final long MARK = 0x45_4E_46_31L;

    private PackedTurns() {}

    /**
     * Packs the instructions and as many of the last turns as fit; an answer never comes first. If there is no room for
     * the last question and its answer, of every turn only the end is kept.
     */
    public static List<Long> pack(List<Message> messages) {
        List<PackedTurn> turns =
                messages.stream().map(PackedTurn::of).flatMap(Optional::stream).toList();
        List<PackedTurn> kept = newest(turns);
        if (kept.isEmpty()) {
            kept = newest(turns.stream().map(turn -> turn.shortened(SHARE)).toList());
        }
        List<Long> numbers = new ArrayList<>();
        numbers.add(MARK);
        kept.forEach(turn -> turn.appendTo(numbers));
        return numbers;
    }

    /** The instructions and the last turns that fit beside them; nothing if no question is among these. */
    private static List<PackedTurn> newest(List<PackedTurn> turns) {
        int room = LONGEST - 1;
        for (PackedTurn turn : turns) {
            room -= turn.isInstruction() ? turn.size() : 0;
        }
        Deque<PackedTurn> kept = new ArrayDeque<>();
        for (PackedTurn turn : turns.reversed()) {
            room -= turn.isInstruction() ? 0 : turn.size();
            if (room >= 0 && !turn.isInstruction()) {
                kept.addFirst(turn);
            }
        }
        if (!kept.isEmpty() && kept.getFirst().isAnswer()) {
            kept.removeFirst();
        }
        return kept.isEmpty()
                ? List.of()
                : Stream.concat(turns.stream().filter(PackedTurn::isInstruction), kept.stream())
                        .toList();
    }

    /** The turns of a list that was packed here; none if it is foreign or damaged. */
    public static List<Message> unpack(List<Long> numbers) {
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

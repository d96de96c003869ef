package dev.enfilade.adapter.out.openai.sse;

import dev.enfilade.domain.failure.Failure.Broken;
import dev.enfilade.domain.failure.Failure.Flaw;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.ByteStream;
import java.util.Arrays;

/**
 * The bytes of one event while they arrive: gives out line after line, and joins what is taken of the lines in place.
 *
 * <p>The array holds, in this order, the data taken so far, lines that are done with, the line in hand, and bytes not
 * looked at yet.
 */
final class EventBuffer {

    private static final int LIMIT = 4 << 20;
    private static final int FIRST_SIZE = 2 << 10;
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int NO_DATA = -1;

    private final ByteStream source;
    private byte[] array = new byte[FIRST_SIZE];
    private byte[] arrived = {};
    private int dataStart = NO_DATA;
    private int dataEnd;
    private int lineStart;
    private int lineEnd;
    private int next;
    private int end;
    private boolean firstLine = true;
    private boolean afterCr;

    EventBuffer(ByteStream source) {
        this.source = source;
    }

    /**
     * Goes on to the next line, which is then from {@link #lineStart} to {@link #lineEnd}; false if no whole line is
     * left.
     */
    boolean nextLine() {
        lineStart = next;
        while (!findLineEnd()) {
            if (!fill()) {
                return false;
            }
        }
        refuseTooBig(lineEnd);
        if (firstLine) {
            firstLine = false;
            skipBom();
        }
        return true;
    }

    /** Makes what is left behind the last whole line a line; false if nothing is. */
    boolean unfinishedLine() {
        lineEnd = end;
        next = end;
        return lineStart < lineEnd;
    }

    byte[] array() {
        return array;
    }

    int lineStart() {
        return lineStart;
    }

    int lineEnd() {
        return lineEnd;
    }

    boolean hasData() {
        return dataStart != NO_DATA;
    }

    int dataStart() {
        return dataStart;
    }

    int dataEnd() {
        return dataEnd;
    }

    /** Makes the line from this index on a further line of the data. */
    void take(int from) {
        if (!hasData()) {
            dataStart = from;
            dataEnd = lineEnd;
            return;
        }
        // Between the data and the line is at least the end of a line, so nothing unread is overwritten.
        array[dataEnd++] = '\n';
        System.arraycopy(array, from, array, dataEnd, lineEnd - from);
        dataEnd += lineEnd - from;
    }

    void dropData() {
        dataStart = NO_DATA;
        dataEnd = 0;
    }

    /** Looks for CR, LF or CRLF. A CR ends its line at once: waiting for a possible LF would hold the event back. */
    private boolean findLineEnd() {
        if (afterCr && next < end) {
            afterCr = false;
            if (array[next] == '\n') {
                next++;
                lineStart = next;
            }
        }
        for (; next < end; next++) {
            byte octet = array[next];
            if (octet == '\n' || octet == '\r') {
                afterCr = octet == '\r';
                lineEnd = next++;
                return true;
            }
        }
        return false;
    }

    private void skipBom() {
        if (lineEnd - lineStart >= BOM.length
                && Arrays.equals(array, lineStart, lineStart + BOM.length, BOM, 0, BOM.length)) {
            lineStart += BOM.length;
        }
    }

    private boolean fill() {
        refuseTooBig(end);
        boolean nothingKept = !hasData() && lineStart == end;
        return nothingKept ? replace() : append();
    }

    /** Nothing is worth keeping: the source writes straight into the array. */
    private boolean replace() {
        lineStart = 0;
        next = 0;
        end = Math.max(0, source.read(array));
        return end > 0;
    }

    private boolean append() {
        if (arrived.length == 0) {
            arrived = new byte[FIRST_SIZE];
        }
        int count = source.read(arrived);
        if (count < 0) {
            return false;
        }
        if (array.length - end < count) {
            makeRoom(count);
        }
        System.arraycopy(arrived, 0, array, end, count);
        end += count;
        return true;
    }

    /**
     * Moves data and line in hand to the front, into a larger array if they fill more than half of this one, and leaves
     * room for a line feed between them.
     */
    private void makeRoom(int count) {
        int dataLength = hasData() ? dataEnd - dataStart : 0;
        int lineAt = dataLength + 1;
        int needed = lineAt + end - lineStart + count;
        byte[] target = needed > array.length / 2 ? new byte[2 * Math.max(needed, array.length)] : array;
        if (hasData()) {
            System.arraycopy(array, dataStart, target, 0, dataLength);
            dataStart = 0;
            dataEnd = dataLength;
        }
        System.arraycopy(array, lineStart, target, lineAt, end - lineStart);
        next += lineAt - lineStart;
        end += lineAt - lineStart;
        lineStart = lineAt;
        array = target;
    }

    private void refuseTooBig(int upTo) {
        int dataLength = hasData() ? dataEnd - dataStart : 0;
        if (upTo - lineStart + dataLength > LIMIT) {
            throw new FailureException(new Broken(Flaw.TOO_BIG));
        }
    }
}

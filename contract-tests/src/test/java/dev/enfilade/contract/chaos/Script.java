package dev.enfilade.contract.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What a backend sends for a plan, byte by byte, and which parts of the answer are whole in it. */
final class Script {

    private static final int SMALL_CHUNK = 7;
    private static final String BAD_CHUNK = "zz\r\nrubbish\r\n";

    private final Plan plan;
    private final List<byte[]> parts;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    /** For each part the offset behind its last byte. */
    private final List<Integer> ends = new ArrayList<>();

    private Script(Plan plan, List<byte[]> parts) {
        this.plan = plan;
        this.parts = parts;
    }

    /** @param tag stands in every token, so that it can be told whose it is */
    static Script of(Plan plan, String tag) {
        List<String> texts = plan.opening() == Opening.WHOLE
                ? List.of(whole(plan, tag))
                : IntStream.range(0, plan.parts().size())
                        .mapToObj(i -> plan.parts().get(i).text(token(tag, i)))
                        .toList();
        Script script = new Script(
                plan, texts.stream().map(text -> text.getBytes(UTF_8)).toList());
        script.write();
        return script;
    }

    static String token(String tag, int position) {
        return tag + "." + position + "é😀;";
    }

    private static String whole(Plan plan, String tag) {
        return "{\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
                + String.join("", Truth.tokens(plan, tag)) + "\"},\"finish_reason\":\"stop\"}]}";
    }

    /** All that is sent before the break. */
    byte[] bytes() {
        byte[] all = sent.toByteArray();
        return switch (plan.end()) {
            case NONE, CLEAN_END -> all;
            case FIN, RESET, STALL -> Arrays.copyOf(all, cut(all.length));
            case BAD_CHUNK ->
                plan.framing().isChunked()
                        ? joined(Arrays.copyOf(all, chunkBorder(cut(all.length))), BAD_CHUNK.getBytes(UTF_8))
                        : Arrays.copyOf(all, cut(all.length));
        };
    }

    /** Whether all of a part is sent. */
    boolean delivers(int part) {
        int limit = plan.end() == Break.BAD_CHUNK && plan.framing().isChunked()
                ? chunkBorder(cut(sent.size()))
                : bytes().length;
        return part < ends.size() && ends.get(part) <= limit;
    }

    /** Whether HTTP says that the body is complete. */
    boolean endsProperly() {
        return switch (plan.end()) {
            case NONE, CLEAN_END -> true;
            case STALL -> false;
            case RESET -> plan.framing() != Framing.CLOSE && plan.at() >= sent.size();
            case FIN -> plan.framing() == Framing.CLOSE ? plan.at() >= head().length : plan.at() >= sent.size();
            case BAD_CHUNK ->
                plan.framing() == Framing.CLOSE
                        ? plan.at() >= head().length
                        : !plan.framing().isChunked() && plan.at() >= sent.size();
        };
    }

    int bodySize() {
        return parts.stream().mapToInt(part -> part.length).sum();
    }

    /** The body as far as the plan lets it get: all of it, if HTTP tells no other. */
    byte[] body() {
        byte[] all = parts.stream().reduce(new byte[0], Script::joined);
        return plan.end() == Break.CLEAN_END ? Arrays.copyOf(all, Math.min(plan.at(), all.length)) : all;
    }

    /** Places at which something ends, as this kind of break counts them. */
    List<Integer> borders(Break end) {
        if (end != Break.CLEAN_END) {
            List<Integer> borders = new ArrayList<>(ends);
            borders.add(head().length);
            borders.add(sent.size());
            return borders;
        }
        List<Integer> borders = new ArrayList<>(List.of(0));
        for (byte[] part : parts) {
            borders.add(borders.getLast() + part.length);
        }
        return borders;
    }

    private void write() {
        sent.writeBytes(head());
        byte[] body = body();
        int[] places = new int[body.length];
        int from = 0;
        for (int size : chunkSizes(body.length)) {
            frame(Integer.toHexString(size) + "\r\n");
            for (int i = 0; i < size; i++) {
                places[from + i] = sent.size() + i;
            }
            sent.write(body, from, size);
            from += size;
            frame("\r\n");
        }
        frame("0\r\n\r\n");
        int end = 0;
        for (byte[] part : parts) {
            end += part.length;
            int needed = end - (endsInCrLf(part) ? 1 : 0);
            if (needed <= body.length && needed > 0) {
                ends.add(places[needed - 1] + 1);
            }
        }
    }

    /** There the carriage return alone completes the event. */
    private static boolean endsInCrLf(byte[] part) {
        return part.length > 1 && part[part.length - 2] == '\r' && part[part.length - 1] == '\n';
    }

    private void frame(String text) {
        if (plan.framing().isChunked()) {
            sent.writeBytes(text.getBytes(UTF_8));
        }
    }

    private List<Integer> chunkSizes(int size) {
        List<Integer> sizes = new ArrayList<>();
        List<Integer> wanted = plan.framing() == Framing.CHUNK_PER_PART
                ? parts.stream().map(part -> part.length).toList()
                : List.of();
        int chunk = plan.framing() == Framing.SMALL_CHUNKS && size < 100_000 ? SMALL_CHUNK : size;
        for (int left = size; left > 0; left -= sizes.getLast()) {
            sizes.add(Math.min(left, wanted.isEmpty() ? chunk : wanted.get(sizes.size())));
        }
        return sizes;
    }

    private byte[] head() {
        String type = plan.opening() == Opening.WHOLE ? "application/json" : "text/event-stream";
        String framing = switch (plan.framing()) {
            case CHUNK_PER_PART, ONE_CHUNK, SMALL_CHUNKS -> "Transfer-Encoding: chunked";
            case LENGTH -> "Content-Length: " + body().length;
            case CLOSE -> "Connection: close";
        };
        return ("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n" + framing + "\r\n\r\n").getBytes(UTF_8);
    }

    /** What is complete does not stall: the connection would be used again. */
    private int cut(int size) {
        return Math.min(plan.at(), plan.end() == Break.STALL ? size - 1 : size);
    }

    /** The last place up to this one at which the size of a chunk may stand. */
    private int chunkBorder(int limit) {
        int border = head().length;
        int from = border;
        for (int size : chunkSizes(body().length)) {
            from += Integer.toHexString(size).length() + 2 + size + 2;
            border = from <= limit ? from : border;
        }
        return border;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}

package dev.enfilade.adapter.out.openai.request;

import com.openai.core.JsonArray;
import com.openai.core.JsonBoolean;
import com.openai.core.JsonNumber;
import com.openai.core.JsonString;
import com.openai.core.JsonValue;
import dev.enfilade.adapter.out.openai.dialect.BodyMember;
import dev.enfilade.adapter.out.openai.dialect.Dialect;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.request.Knob;
import dev.enfilade.domain.request.Sampling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The members of a body that depend on the dialect, and the names of those that had no place in it. */
final class BodyMembers {

    private final Dialect dialect;
    private final Map<String, JsonValue> members = new LinkedHashMap<>();
    private final List<String> dropped = new ArrayList<>();

    BodyMembers(Dialect dialect) {
        this.dialect = dialect;
    }

    Map<String, JsonValue> members() {
        return members;
    }

    List<String> dropped() {
        return dropped;
    }

    void put(String name, JsonValue value) {
        members.put(name, value);
    }

    void put(String name, boolean value) {
        put(name, JsonBoolean.of(value));
    }

    void put(String name, long value) {
        put(name, JsonNumber.of(value));
    }

    void drop(String name) {
        dropped.add(name);
    }

    /** The names of all that was asked for, for where nothing of it has a place. */
    static List<String> names(Sampling sampling) {
        List<String> names = new ArrayList<>();
        sampling.knobs().keySet().forEach(knob -> names.add(name(knob)));
        if (!sampling.stop().isEmpty()) {
            names.add("stop");
        }
        names.addAll(sampling.others());
        return names;
    }

    private static String name(Knob knob) {
        return knob.name().toLowerCase(Locale.ROOT);
    }

    void sampling(Sampling sampling) {
        sampling.knobs().forEach(this::knob);
        sampling.others().forEach(this::drop);
        List<String> stop = sampling.stop();
        if (stop.size() > dialect.longestStopList()) {
            drop("stop");
        }
        List<JsonValue> sent = new ArrayList<>();
        stop.stream().limit(dialect.longestStopList()).map(JsonString::of).forEach(sent::add);
        if (!sent.isEmpty()) {
            put("stop", JsonArray.of(sent));
        }
    }

    /** A seed below zero is Ollama's word for any seed. */
    private void knob(Knob knob, Number value) {
        if (knob == Knob.SEED && value.longValue() < 0) {
            return;
        }
        Optional<String> name = dialect.member(knob);
        name.ifPresentOrElse(member -> put(member, JsonNumber.of(value)), () -> drop(name(knob)));
    }

    void thinking(Thinking thinking) {
        List<BodyMember> wanted = dialect.thinking().membersFor(thinking);
        wanted.forEach(member -> put(member.name(), RawJson.of(member.value())));
        boolean asksForMore = thinking instanceof Thinking.On || thinking instanceof Thinking.Effort;
        if (wanted.isEmpty() && asksForMore) {
            drop("think");
        }
    }
}

package dev.enfilade.contract.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/** What the rules ask of a class and ArchUnit has no word for. */
final class HouseConditions {

    private static final Set<String> CLOCK_READERS = Set.of("now", "nanoTime", "currentTimeMillis", "systemUTC");
    private static final Set<String> THREAD_STARTERS =
            Set.of("startVirtualThread", "ofVirtual", "ofPlatform", "newVirtualThreadPerTaskExecutor", "sleep");

    private HouseConditions() {}

    static ArchCondition<JavaClass> haveOneAbstractMethod() {
        return condition("have one abstract method", type -> abstractMethods(type) == 1);
    }

    static ArchCondition<JavaClass> beValues(String... exceptions) {
        List<String> listed = List.of(exceptions);
        return condition(
                "be records, enums or interfaces",
                type -> type.isRecord()
                        || type.isEnum()
                        || type.isInterface()
                        || listed.contains(type.getSimpleName()));
    }

    static ArchCondition<JavaClass> haveOnlyConstants() {
        return condition(
                "have only constants", type -> type.getFields().stream().allMatch(HouseConditions::isConstant));
    }

    static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return condition(
                "be in a @NullMarked package", type -> type.getPackage().isAnnotatedWith(NullMarked.class));
    }

    static ArchCondition<JavaClass> readTheClockOrStartThreads() {
        return new ArchCondition<>("read the clock or start threads") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().stream()
                        .filter(access -> isClockOrThread(access.getTarget()))
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(type, access.getDescription())));
            }
        };
    }

    static DescribedPredicate<JavaClass> clocks() {
        return JavaClass.Predicates.belongToAnyOf(Clock.class, InstantSource.class)
                .as("clocks");
    }

    private static boolean isClockOrThread(AccessTarget target) {
        JavaClass owner = target.getOwner();
        boolean clock = owner.isEquivalentTo(Instant.class)
                || owner.isEquivalentTo(System.class)
                || owner.isEquivalentTo(Clock.class);
        boolean thread = owner.isEquivalentTo(Thread.class) || owner.getName().equals("java.util.concurrent.Executors");
        return (clock && CLOCK_READERS.contains(target.getName()))
                || (thread && THREAD_STARTERS.contains(target.getName()));
    }

    private static long abstractMethods(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaMethod::getName)
                .count();
    }

    private static boolean isConstant(JavaField field) {
        return field.getModifiers().contains(JavaModifier.STATIC)
                && field.getModifiers().contains(JavaModifier.FINAL);
    }

    private static ArchCondition<JavaClass> condition(String description, Predicate<JavaClass> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        type, holds.test(type), "%s does not %s".formatted(type.getName(), description)));
            }
        };
    }
}

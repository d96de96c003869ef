package dev.enfilade.contract.toolchain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Tests that bring many packages with them and run only when they are asked for. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(
        named = Wanted.VARIABLE,
        matches = Wanted.ALL,
        disabledReason = "an extended run, for which one asks with ENFILADE_CLIENTS=all")
public @interface ExtendedRun {}

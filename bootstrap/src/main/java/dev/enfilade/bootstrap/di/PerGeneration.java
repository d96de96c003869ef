package dev.enfilade.bootstrap.di;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.inject.Scope;
import java.lang.annotation.Retention;

/** Made once for each configuration that takes effect, as opposed to once per process. */
@Scope
@Retention(RUNTIME)
@interface PerGeneration {}

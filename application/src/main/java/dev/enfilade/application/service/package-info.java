/**
 * The use cases: which model, which backend, what must be checked or completed before a call. No wire format, no HTTP,
 * no clock of its own.
 */
@NullMarked
package dev.enfilade.application.service;

import org.jspecify.annotations.NullMarked;

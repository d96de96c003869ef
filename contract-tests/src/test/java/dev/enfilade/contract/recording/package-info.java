/**
 * Records what real backends answer, without their secrets, and replays it through the adapter. What
 * {@link dev.enfilade.contract.recording.RecordBackend} needs is the JDK only, since it runs from source.
 */
@NullMarked
package dev.enfilade.contract.recording;

import org.jspecify.annotations.NullMarked;

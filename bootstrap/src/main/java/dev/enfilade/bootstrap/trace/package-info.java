/**
 * Traces across processes: what of a client's context may travel on, and what an agent knows. No exporter lives here.
 */
@NullMarked
package dev.enfilade.bootstrap.trace;

import org.jspecify.annotations.NullMarked;

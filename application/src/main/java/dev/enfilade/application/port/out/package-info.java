/**
 * What the application asks of the world: one interface per question, one method each. Adapters implement these;
 * contracts in the tests prove them.
 */
@NullMarked
package dev.enfilade.application.port.out;

import org.jspecify.annotations.NullMarked;

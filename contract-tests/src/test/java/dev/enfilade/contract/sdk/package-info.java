/**
 * The types that the official SDKs of Ollama have, compared with what the product takes and gives. The readers of the
 * SDKs' sources, and {@link dev.enfilade.contract.sdk.RefreshSdkTypes}, need the JDK only, since they run from source.
 */
@NullMarked
package dev.enfilade.contract.sdk;

import org.jspecify.annotations.NullMarked;

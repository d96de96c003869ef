/** Where everything is constructed and tied together, once per process; Dagger is seen nowhere else. */
@NullMarked
package dev.enfilade.bootstrap.di;

import org.jspecify.annotations.NullMarked;

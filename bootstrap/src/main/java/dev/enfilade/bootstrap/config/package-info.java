/**
 * From one YAML file, variables and flags to checked records: {@link Keys} is the table of everything that can be set,
 * {@link ConfigLoader} reads the layers. Nothing here starts, connects or logs.
 */
@NullMarked
package dev.enfilade.bootstrap.config;

import org.jspecify.annotations.NullMarked;

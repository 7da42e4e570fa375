/** The data plane: a reverse proxy that splits traffic by weight and needs nobody else to keep serving. */
@NullMarked
package io.axiom.router;

import org.jspecify.annotations.NullMarked;

/** The admin gateway: REST in front of Kafka and the services, API tokens, and the audit log. */
@NullMarked
package io.axiom.gateway;

import org.jspecify.annotations.NullMarked;

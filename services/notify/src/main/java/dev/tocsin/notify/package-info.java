/** Posts alerts to webhooks: takes them from their channel, records each delivery, and delivers it. */
@NullMarked
package dev.tocsin.notify;

import org.jspecify.annotations.NullMarked;

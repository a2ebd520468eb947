package dev.tocsin.dashboard.pages;

import dev.tocsin.dashboard.status.SystemReport;
import org.jspecify.annotations.Nullable;

/**
 * What the status page shows before its script keeps it true.
 *
 * @param deliveries null while notify does not say
 */
public record StatusView(SystemReport report, @Nullable DeliveriesView deliveries) {}

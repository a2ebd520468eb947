package dev.tocsin.alerts.burst;

import dev.tocsin.contracts.Alert;
import java.util.List;

/**
 * What became of the rates of a lane; who asked stores it and rings.
 *
 * @param rates new or other than before
 * @param dropped keys of subjects that are forgotten, for want of room
 * @param counted the article that was counted, if it was
 * @param gone articles that are shown no more
 */
public record Changes(
        List<Rate> rates, List<String> dropped, List<Report> counted, List<Report> gone, List<Alert> alerts) {
    public Changes {
        rates = List.copyOf(rates);
        dropped = List.copyOf(dropped);
        counted = List.copyOf(counted);
        gone = List.copyOf(gone);
        alerts = List.copyOf(alerts);
    }
}

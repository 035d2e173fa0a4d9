package vn.sovang.unit;

import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.event.UnitEvent.UnitRegistered;

/// Makes a unit known to the ledger (*đăng ký đơn vị*).
public record RegisterUnit(Origin origin, UnitRegistered unit) implements Command {}

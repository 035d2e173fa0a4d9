/// What an inspector would stumble over (*bất thường*): named rules that read the log, and what
/// they find.
///
/// Each [AnomalyRule] belongs to one of the questions of inspectors, has a severity and a basis in
/// law, and says honestly if the ledger has no facts to judge by. A `Docket` is a small pure fold
/// over the events of one thing (a report, a nomination, a year of decision numbers): `evolve` its
/// state, and tell what is wrong with it. Nothing is remembered between two batches but the states
/// in the table `docket`, so any node may go on.
///
/// A finding holds from the position at which its evidence was known until the one that cured it;
/// both stay, so the list as of any position is the list that the events up to it give. A finding
/// that depends on the day has the day it is due on; whether that has passed is asked, not stored.
/// People explain findings by events of their own; an explanation counts for the evidence it was
/// given for.
///
/// A new rule: see CONTRIBUTING. Proved by `AnomalyRulesTest`, `AnomaliesAsOfTest`.
@NullMarked
package vn.sovang.projection.anomaly;

import org.jspecify.annotations.NullMarked;

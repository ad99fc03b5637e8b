# Was der Bot über Sprachmodelle sagt: Budget, Sprachnachrichten.
budget-user = (Dein Tagesbudget für das Sprachmodell ist aufgebraucht. Bis Mitternacht antworte ich nach Regeln und Vorlagen.)
budget-team = (Das Tagesbudget eures Teams für das Sprachmodell ist aufgebraucht. Bis Mitternacht antworte ich nach Regeln und Vorlagen.)

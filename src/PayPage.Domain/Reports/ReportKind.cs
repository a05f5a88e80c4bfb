namespace PayPage.Domain.Reports;

/// <summary>What a report has a line for.</summary>
public enum ReportKind
{
    Invoices,
    Payments,
    Refunds,
}

/// <summary>By which day a line falls into a report's range, and in which order lines come. All days are days at the merchant's place.</summary>
public enum ReportDay
{
    /// <summary>When the invoice was written, the payment begun, the refund asked for.</summary>
    Created,

    /// <summary>When the invoice is due.</summary>
    Due,

    /// <summary>When the money came, or went back. An invoice falls into each range in which some of its money came.</summary>
    Paid,
}

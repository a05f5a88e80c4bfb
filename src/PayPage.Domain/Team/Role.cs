namespace PayPage.Domain.Team;

/// <summary>What a person is at one merchant. What each may do: <see cref="Rights"/>.</summary>
public enum Role
{
    /// <summary>May do everything, and alone changes settings and the team.</summary>
    Admin,

    /// <summary>Takes, records and gives back money, and sends invoices that others wrote.</summary>
    Cashier,

    /// <summary>Writes and sends invoices.</summary>
    Sales,

    /// <summary>Assigns what was sold: reads invoices, notes on them and sends them.</summary>
    SalesAllocations,

    /// <summary>Writes, sends and cancels invoices, records payments and gives money back.</summary>
    SalesManager,
}

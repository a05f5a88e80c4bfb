namespace PayPage.Domain.Team;

/// <summary>What people call the roles.</summary>
public static class RoleNames
{
    public static string Title(this Role role) => role switch
    {
        Role.Admin => "Administrator",
        Role.Cashier => "Cashier",
        Role.Sales => "Sales",
        Role.SalesAllocations => "Sales allocations",
        Role.SalesManager => "Sales manager",
    };

    /// <summary>One sentence for whoever must choose.</summary>
    public static string Describe(this Role role) => role switch
    {
        Role.Admin => "May do everything, and alone changes settings and the team.",
        Role.Cashier => "Takes, records and gives back money, and sends invoices that others wrote.",
        Role.Sales => "Writes and sends invoices.",
        Role.SalesAllocations => "Reads invoices, notes on them and sends them.",
        Role.SalesManager => "Writes, sends and cancels invoices, records payments and gives money back.",
    };

    /// <param name="text">The name in the code, as forms send it: <c>SalesManager</c>.</param>
    /// <returns>False for anything else; numbers too.</returns>
    public static bool TryParse(string? text, out Role role) =>
        Enum.TryParse(text, out role) && Enum.IsDefined(role) && role.ToString() == text;
}

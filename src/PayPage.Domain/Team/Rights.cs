using static PayPage.Domain.Team.Right;

namespace PayPage.Domain.Team;

/// <summary>Which role may do what: a table, drawn into <c>docs/permissions.md</c> by a test.</summary>
public static class Rights
{
    private static readonly Right[] Seller = [SeeInvoices, WriteNotes, WriteInvoices, SendInvoices, SendBatches, SeeCustomers, WriteCustomers];

    private static readonly Dictionary<Role, Right[]> Table = new()
    {
        [Role.Admin] = Enum.GetValues<Right>(),
        [Role.Cashier] = [SeeInvoices, WriteNotes, SendInvoices, RecordPayments, RefundPayments, CompareMoney, SeeReports, SeeCustomers],
        [Role.Sales] = Seller,
        [Role.SalesAllocations] = [SeeInvoices, WriteNotes, SendInvoices, SeeCustomers],
        [Role.SalesManager] = [.. Seller, CancelInvoices, RecordPayments, RefundPayments, CompareMoney, SeeReports],
    };

    public static bool May(this Role role, Right right) => Table[role].Contains(right);

    /// <summary>Whom to ask, for those who may not.</summary>
    public static IReadOnlyList<Role> RolesThatMay(Right right) => [.. Enum.GetValues<Role>().Where(role => role.May(right))];
}

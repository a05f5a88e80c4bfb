namespace PayPage.Unit.Simulation.Actors;

/// <summary>Everything that anybody may do, and how often they do it.</summary>
internal sealed class ActionTable
{
    private readonly World _world;
    private readonly List<(int Weight, Act Act)> _actions;

    public ActionTable(World world)
    {
        _world = world;
        var merchant = new Merchants(world);
        var payer = new Payers(world);
        var bank = new Banks(world);
        var disputes = new Disputers(world);
        var refunder = new Refunders(world);
        var site = new Sweeps(world);
        var colleague = new Colleagues(world);
        var nature = new Nature(world);
        _actions =
        [
            (4, new Act("create an invoice", merchant.CreateAsync)),
            (3, new Act("issue a link for another payer", merchant.IssueAsync, merchant.HasInvoice)),
            (2, new Act("send an invoice again", merchant.SendAsync, merchant.HasInvoice)),
            (3, new Act("record an outside payment", merchant.RecordAsync, merchant.HasInvoice)),
            (1, new Act("revoke a link", merchant.RevokeAsync, merchant.HasInvoice)),
            (1, new Act("change an address", merchant.ChangeAddressAsync, merchant.HasInvoice)),
            (2, new Act("change an invoice", merchant.ChangeAsync, merchant.HasInvoice)),
            (2, new Act("cancel an invoice", merchant.CancelAsync, merchant.HasInvoice)),
            (3, new Act("open a link", payer.OpenAsync, payer.HasLink)),
            (3, new Act("look at a link", payer.LookAsync, payer.HasLink)),
            (20, new Act("start a payment", payer.StartAsync, payer.HasLink)),
            (4, new Act("come back", payer.ComeBackAsync, payer.HasLink)),
            (4, new Act("start again", payer.StartAgainAsync, payer.HasLink)),
            (3, new Act("ask for a fresh link", payer.AskFreshAsync, payer.HasLink)),
            (16, new Act("pay at the processor", _ => Task.FromResult(bank.Pay()), bank.HasOpen)),
            (7, new Act("settle bank money", _ => Task.FromResult(bank.Settle()), bank.HasProcessing)),
            (6, new Act("money comes late", _ => Task.FromResult(bank.ComeLate()), bank.HasGivenUp)),
            (6, new Act("settle a refund", _ => Task.FromResult(bank.SettleRefund()), bank.HasRefund)),
            (4, new Act("dispute a payment", _ => Task.FromResult(disputes.Open()), disputes.HasPaid)),
            (6, new Act("a dispute moves", _ => Task.FromResult(disputes.Move()), disputes.HasAny)),
            (5, new Act("give money back", refunder.GiveBackAsync, refunder.HasMoney)),
            (4, new Act("ask again for a refund", refunder.RetryAsync, refunder.HasFailed)),
            (1, new Act("settle a failed refund otherwise", refunder.LeaveAsync, refunder.HasFailed)),
            (1, new Act("give money back past the site", _ => Task.FromResult(bank.GiveBackPastUs()), refunder.HasMoney)),
            (2, new Act("a bank sends a refund back", _ => Task.FromResult(bank.SendBack()), bank.HasGivenBack)),
            (18, new Act("something arrives", site.ReceiveAsync, site.HasParcel)),
            (1, new Act("write a note", colleague.WriteNoteAsync, merchant.HasInvoice)),
            (1, new Act("stop or resume reminders", colleague.MuteAsync, merchant.HasInvoice)),
            (2, new Act("somebody of another merchant tries", colleague.TrespassAsync, colleague.HasNeighbour)),
            (1, new Act("turn endpoints on again", colleague.ResumeAsync)),
            (2, new Act("the processor goes out", _ => Task.FromResult(nature.GoOut()), nature.IsUp)),
            (10, new Act("the processor is back", _ => Task.FromResult(nature.ComeBack()), nature.IsOut)),
            (2, new Act("the clock jumps", _ => Task.FromResult(nature.Jump()))),
            (3, new Act("expire links", Sweeps.ExpireAsync)),
            (5, new Act("tell an endpoint", Sweeps.TellAsync)),
            (3, new Act("ask for missed events", Sweeps.CatchUpAsync)),
            (2, new Act("remind", Sweeps.RemindAsync)),
            (1, new Act("find what is overdue", Sweeps.FindOverdueAsync)),
            (4, new Act("reconcile", Sweeps.ReconcileAsync)),
            (8, new Act("deliver a message", Sweeps.DeliverAsync)),
            (9, new Act("time passes", _ => site.WaitAsync())),
        ];
    }

    public Act Next() => _world.Chance.Weighted([.. _actions.Where(a => a.Act.IsPossible?.Invoke() ?? true)]);

    /// <param name="IsPossible">Null: always.</param>
    internal sealed record Act(string Name, Func<Node, Task<string>> DoAsync, Func<bool>? IsPossible = null);
}

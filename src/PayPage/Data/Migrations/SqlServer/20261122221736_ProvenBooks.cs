using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PayPage.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ProvenBooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "BarredAt",
                table: "Links",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Declines",
                table: "Links",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "RestsUntil",
                table: "Links",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CompareNextAt",
                table: "Accounts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AddressCounts",
                columns: table => new
                {
                    Hash = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    Began = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Begun = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AddressCounts", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "AddressKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Sealed = table.Column<byte[]>(type: "varbinary(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AddressKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BooksChecks",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LeaseUntil = table.Column<DateTime>(type: "datetime2", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Invoices = table.Column<long>(type: "bigint", nullable: false),
                    Broken = table.Column<int>(type: "int", nullable: false),
                    Findings = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BooksChecks", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "Comparisons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Mode = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    From = table.Column<DateTime>(type: "datetime2", nullable: false),
                    To = table.Column<DateTime>(type: "datetime2", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Actor = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Outcome = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Why = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Sums = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Differences = table.Column<int>(type: "int", nullable: false),
                    Healed = table.Column<int>(type: "int", nullable: false),
                    Resolved = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Comparisons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Comparisons_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Comparisons_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeclineAlerts",
                columns: table => new
                {
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Mode = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    ToldAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Declined = table.Column<int>(type: "int", nullable: false),
                    Tries = table.Column<int>(type: "int", nullable: false),
                    InvoiceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeclineAlerts", x => new { x.MerchantId, x.Mode });
                    table.ForeignKey(
                        name: "FK_DeclineAlerts_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeclineAlerts_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Differences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Mode = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Kind = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Reference = table.Column<string>(type: "varchar(255)", unicode: false, maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Method = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Instrument = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PaymentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RefundId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    InvoiceId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FirstSeen = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastSeen = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Amount_Currency = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false),
                    Amount_Minor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Differences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Differences_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Differences_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Differences_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Differences_Payments_PaymentId",
                        column: x => x.PaymentId,
                        principalTable: "Payments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DifferenceSteps",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    DifferenceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Actor = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Detail = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DifferenceSteps", x => new { x.DifferenceId, x.Number });
                    table.ForeignKey(
                        name: "FK_DifferenceSteps_Differences_DifferenceId",
                        column: x => x.DifferenceId,
                        principalTable: "Differences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Links_BarredAt",
                table: "Links",
                column: "BarredAt",
                filter: "[BarredAt] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AddressCounts_Began",
                table: "AddressCounts",
                column: "Began");

            migrationBuilder.CreateIndex(
                name: "IX_Comparisons_AccountId",
                table: "Comparisons",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Comparisons_MerchantId_Mode_At",
                table: "Comparisons",
                columns: new[] { "MerchantId", "Mode", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_DeclineAlerts_InvoiceId",
                table: "DeclineAlerts",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_Differences_AccountId_Kind_Reference",
                table: "Differences",
                columns: new[] { "AccountId", "Kind", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Differences_InvoiceId",
                table: "Differences",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_Differences_MerchantId_Mode_State_At",
                table: "Differences",
                columns: new[] { "MerchantId", "Mode", "State", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Differences_PaymentId",
                table: "Differences",
                column: "PaymentId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AddressCounts");

            migrationBuilder.DropTable(
                name: "AddressKeys");

            migrationBuilder.DropTable(
                name: "BooksChecks");

            migrationBuilder.DropTable(
                name: "Comparisons");

            migrationBuilder.DropTable(
                name: "DeclineAlerts");

            migrationBuilder.DropTable(
                name: "DifferenceSteps");

            migrationBuilder.DropTable(
                name: "Differences");

            migrationBuilder.DropIndex(
                name: "IX_Links_BarredAt",
                table: "Links");

            migrationBuilder.DropColumn(
                name: "BarredAt",
                table: "Links");

            migrationBuilder.DropColumn(
                name: "Declines",
                table: "Links");

            migrationBuilder.DropColumn(
                name: "RestsUntil",
                table: "Links");

            migrationBuilder.DropColumn(
                name: "CompareNextAt",
                table: "Accounts");
        }
    }
}

-- What a user does in Neovim: open, type a typo, see it, mend it, complete a field, read about one.

local function fail(message)
  io.stderr:write(message .. '\n')
  vim.cmd('cquit')
end

local function equal(got, expected, what)
  if not vim.deep_equal(got, expected) then
    fail(what .. ': got ' .. vim.inspect(got) .. ', expected ' .. vim.inspect(expected))
  end
end

-- Waits until the diagnostics are these: line, first column, the one behind the last, rule.
local function diagnosed(expected, what)
  local got
  local is_so = vim.wait(10000, function()
    got = vim.tbl_map(function(found)
      return { found.lnum, found.col, found.end_col, found.code }
    end, vim.diagnostic.get(0))
    return vim.deep_equal(got, expected)
  end, 10)
  if not is_so then
    equal(got, expected, what)
  end
end

vim.cmd('edit tracker.jsonc')
equal(vim.bo.fileformat, 'dos', 'the file has CR LF')
equal(vim.wait(10000, function()
  local client = vim.lsp.get_active_clients()[1]
  return client and client.initialized
end, 10), true, 'the server starts')
diagnosed({}, 'a good file')

-- The emoji before the name has four bytes, which is how Neovim counts, and two units, which is how the server counts here.
local line = 2
local start = vim.fn.getline(line):find('"tracker_name"', 1, true)
vim.cmd(line .. 's/tracker_name/tracker_nmae/')
diagnosed({ { line - 1, start - 1, start + 13, 'unknown-field' } }, 'the typo')

vim.ui.select = function(items, _, choose)
  choose(items[1], 1)
end
vim.api.nvim_win_set_cursor(0, { line, start })
vim.lsp.buf.code_action()
diagnosed({}, 'the mended file')
equal(vim.fn.getline(line):find('"tracker_name"', 1, true), start, 'the quick fix')

local function ask(method)
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/' .. method, vim.lsp.util.make_position_params(), 10000)
  return vim.tbl_values(answers)[1].result
end

local hover = ask('hover').contents.value
if not hover:find('v3:/tracker_name', 1, true) then
  fail('the hover: ' .. hover)
end

vim.fn.setline(line, (vim.fn.getline(line):gsub('"tracker_name"', '"is_"')))
vim.api.nvim_win_set_cursor(0, { line, start + 3 })
local chosen = vim.tbl_filter(function(item)
  return item.label == 'is_lts_enabled'
end, ask('completion'))
equal(#chosen, 1, 'the field is offered')
vim.lsp.util.apply_text_edits({ chosen[1].textEdit }, 0, 'utf-16')
equal(vim.fn.getline(line):find('"is_lts_enabled"', 1, true), start, 'the completed field')
vim.cmd('qall!')

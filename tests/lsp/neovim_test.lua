-- Run by neovim_test.py inside Neovim: opens the article, waits for findings, applies a code action, and says what came of it.

local function fail(why)
  io.stderr:write(why .. '\n')
  vim.cmd('cquit 1')
end

local function wait(what, test)
  if not vim.wait(60000, test, 20) then fail('no ' .. what) end
end

vim.cmd('edit ' .. vim.env.ARTICLE)
wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)

local found = vim.diagnostic.get(0)
local glued
for _, one in ipairs(found) do
  print(string.format('%d:%d %s', one.lnum + 1, one.col, one.message))
  if one.message == 'no space after the danda' then glued = one end
end
if not glued then fail('danda-glued is not there') end

-- As a person would: the cursor on it, the first action.
vim.api.nvim_win_set_cursor(0, { glued.lnum + 1, glued.col })
vim.ui.select = function(items, _, choose) choose(items[1], 1) end
vim.lsp.buf.code_action()
wait('space', function() return vim.api.nvim_get_current_line():find('এলেন। সবাই', 1, true) end)
wait('fresh diagnostics', function() return #vim.diagnostic.get(0) == #found - 1 end)

vim.cmd('let &undolevels = &undolevels') -- what comes now is undone apart

-- Typing makes a fault, and taking it back mends it.
vim.api.nvim_buf_set_lines(0, -1, -1, false, { 'XNUMX সালে 😀 গেল।এল।' })
wait('findings in what was typed', function() return #vim.diagnostic.get(0) >= #found + 1 end)
vim.cmd('undo')
wait('findings to go', function() return #vim.diagnostic.get(0) == #found - 1 end)

vim.cmd('write')
for _, client in pairs(vim.lsp.get_active_clients()) do
  print('position encoding ' .. (client.offset_encoding or '?'))
  client.stop()
end
vim.cmd('qall!')
